/**
 * The line under a mark, drawn the same on the page, in card and legend, and in the preview of the options.
 *
 * @import { Look } from "./settings.js"
 */

/** Dotted lines look lighter than the others at the same thickness. */
const THICKNESS = { solid: "1px", double: "1px", dashed: "1px", dotted: "2px", wavy: "1px" };

/** @param {Look} look @param {string} text the colour of the words, from which the line takes a share: on our own pages a variable */
export const underline = ({ color, line }, text = "currentColor") =>
  `underline ${line} ${THICKNESS[line]} color-mix(in oklab, ${color} 78%, ${text})`;
