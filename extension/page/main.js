/**
 * What is injected into a page, once: it waits for orders and keeps the page's one reader.
 *
 * A second injection finds the first one's reader and leaves it alone, so that the background need not remember which
 * pages it has been in.
 *
 * @import { ToPage } from "../messages.js"
 */
import { isOurs, LEDGER_PORT } from "../messages.js";
import { Reader } from "./reader.js";

const world = /** @type {{ sourcelight?: Reader }} */ (globalThis);

if (!world.sourcelight) {
  const reader = new Reader();
  world.sourcelight = reader;
  chrome.runtime.onMessage.addListener((/** @type {ToPage} */ message, sender, respond) => {
    if (!isOurs(sender)) return;
    switch (message?.type) {
      case "toggle":
        respond(reader.toggle());
        break;
      case "show":
        respond(reader.show());
        break;
      case "step":
        void reader.step(message.by, message.to);
        respond(true);
        break;
      case "ledger":
        respond(reader.ledger);
        break;
      case "cost":
        respond(reader.cost);
        break;
    }
  });
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name === LEDGER_PORT && port.sender && isOurs(port.sender)) reader.panels.connect(port);
  });
}
