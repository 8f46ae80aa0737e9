/**
 * The page of the source ledger. Features do not import from each other; the panel and the exports, which are one page to
 * the reader, meet here.
 */
import { exportSection } from "./export/section.js";
import { openPanel } from "./panel/main.js";

openPanel(exportSection);
