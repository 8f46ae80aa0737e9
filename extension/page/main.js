/**
 * The script that is injected into a page. It creates the page's one reader and answers messages.
 *
 * A second injection finds the reader of the first and does nothing, so that the background need not remember into which
 * pages it has injected.
 */
import { isOne, isOurs, PANEL_PORT, TO_PAGE } from "../shared/messages.js";
import { clearRemains } from "./orphan.js";
import { Reader } from "./reader.js";

const world = /** @type {{ sourcelight?: Reader }} */ (globalThis);

if (!world.sourcelight) {
  clearRemains();
  const reader = new Reader();
  world.sourcelight = reader;
  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    if (!isOurs(sender) || !isOne(TO_PAGE, message)) return;
    switch (message.type) {
      case "toggle":
        respond(reader.toggle());
        break;
      case "show":
        respond(reader.show(true));
        break;
      case "step":
        void reader.step(message.by, message.to);
        respond(true);
        break;
      case "state":
        respond(reader.state);
        break;
      case "marked":
        respond(reader.marked);
        break;
      case "cost":
        respond(reader.cost);
        break;
    }
  });
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name === PANEL_PORT && isOurs(port.sender)) reader.panels.connect(port);
  });
}
