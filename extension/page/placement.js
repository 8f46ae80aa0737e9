/**
 * Places the card beside the words that it explains: inside the window and never over the words.
 */

/** Between the card and the words, and between the card and the edge of the window. */
const GAP = 8;
/** With less room than this the card covers some of the lit words instead: a smaller card could not be read. */
const LEAST = { width: 200, height: 130 };
/** With less height than this next to all lit words, the card keeps clear of fewer of them. */
const COMFORTABLE = 220;

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ left: number, top: number, maxWidth: number, maxHeight: number }} Placement */

/**
 * @param {Size} card its size where there is room enough
 * @param {Box[]} kept what it must not cover, the largest box first
 * @param {Size} view of the window
 * @param {boolean} isRightToLeft whether the words are written from right to left
 * @returns {Placement}
 */
export function placeBeside(card, kept, view, isRightToLeft) {
  const narrowest = kept[kept.length - 1];
  const roomy = kept.find((box, at) => {
    const wanted = Math.min(card.height, at === 0 ? COMFORTABLE : LEAST.height);
    return Math.max(roomBelow(box, view), roomAbove(box)) >= wanted;
  });
  if (roomy) return belowOrAbove(card, roomy, view, isRightToLeft);
  return atTheSide(card, narrowest, view) ?? belowOrAbove(card, narrowest, view, isRightToLeft);
}

/** @param {Box} box @param {Size} view */
const roomBelow = (box, view) => view.height - box.bottom - 2 * GAP;

/** @param {Box} box */
const roomAbove = (box) => box.top - 2 * GAP;

/** @param {number} value @param {number} least @param {number} most */
const within = (value, least, most) => Math.max(least, Math.min(value, most));

/** @param {Size} card @param {Box} box @param {Size} view @param {boolean} isRightToLeft @returns {Placement} */
function belowOrAbove(card, box, view, isRightToLeft) {
  const [below, above] = [roomBelow(box, view), roomAbove(box)];
  const isBelow = card.height <= below || below >= above;
  const maxHeight = Math.max(0, Math.min(card.height, isBelow ? below : above));
  const width = Math.min(card.width, view.width - 2 * GAP);
  const left = isRightToLeft ? box.right - width : box.left;
  return {
    left: within(left, GAP, view.width - width - GAP),
    top: isBelow ? box.bottom + GAP : box.top - GAP - maxHeight,
    maxWidth: width,
    maxHeight,
  };
}

/** @param {Size} card @param {Box} box @param {Size} view @returns {Placement | null} null where there is no room there either */
function atTheSide(card, box, view) {
  const [left, right] = [box.left - 2 * GAP, view.width - box.right - 2 * GAP];
  const room = Math.max(left, right);
  if (room < LEAST.width) return null;
  const maxWidth = Math.min(card.width, room);
  const top = within(box.top, GAP, Math.max(GAP, view.height - card.height - GAP));
  return {
    left: room === right ? box.right + GAP : box.left - GAP - maxWidth,
    top,
    maxWidth,
    // A card that is made narrower becomes higher.
    maxHeight: view.height - top - GAP,
  };
}
