/**
 * The script of panel.html: puts the panel and the exports together, which are one page for the reader. Features do not
 * import from each other.
 */
import { exportSection } from "./export/section.js";
import { startPanel } from "./panel/main.js";

startPanel(exportSection);
