/**
 * What a source is to the reader, which the core decides: somebody with a name, a body that answers for itself, somebody who
 * is not named, or nobody who could be asked.
 *
 * @import { AttributionView } from "../../target/core/core.js"
 */

/** @param {Pick<AttributionView, "standing">} attribution */
export const standingOf = ({ standing }) => standing;

/** Whether the page has somebody in mind and it is not known whom. @param {Pick<AttributionView, "identity" | "standing">} attribution */
export const isUnclear = ({ identity, standing }) => identity === "named" && standing === "loose";
