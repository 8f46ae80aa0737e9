/**
 * What the card says about one of the reader's own phrases: which line of their list it fits.
 *
 * @import { PhraseView } from "../../target/core/core.js"
 */
import { element, say } from "../shared/dom.js";

/** @param {PhraseView} phrase @returns {HTMLElement[]} */
export const phraseRows = ({ phrase }) => [element("p", "who", say("phraseListed", [phrase]))];
