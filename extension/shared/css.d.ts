/** The address of the repository; see scripts/version.js. */
declare const REPOSITORY: string;

/** Style sheets are bundled as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
