/**
 * What the button opens where the browser lets nobody read the page: the reason in words, and nothing to press, since nothing
 * here would help. The background names the reason in the address.
 */
import { element, say, setLanguage } from "../shared/dom.js";

/** What the reader can do nothing about is explained. */
const EXPLAINED = ["Forbidden", "Pdf"];

const reason = location.search.slice(1);
const main = element("main", "", element("h1", "", say(`problem${reason}`)));
if (EXPLAINED.includes(reason)) main.append(element("p", "", say(`problem${reason}More`)));

setLanguage(document.documentElement);
document.body.append(main);
