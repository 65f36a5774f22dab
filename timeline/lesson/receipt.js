// What a pupil shows the teacher: which cards were right at the first try, as a few signs that only fit this exercise.
// timeline/lesson/receipt.py reads it; both are held to one table of cases.

const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Ten bits that follow from a text: FNV-1a of 32 bits, folded. */
function sumOf(text) {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return (sum ^ (sum >>> 10) ^ (sum >>> 20)) & 1023;
}

/** The receipt of an exercise: five cards a sign, then two signs that prove them. */
function receiptOf(code, right) {
  const signs = [];
  for (let at = 0; at < right.length; at += 5) {
    signs.push(SIGNS[right.slice(at, at + 5).reduce((bits, good, i) => bits | (good ? 1 << i : 0), 0)]);
  }
  const sum = sumOf(`${code}:${right.length}:${signs.join("")}`);
  return `${signs.join("")}${SIGNS[sum >> 5]}${SIGNS[sum & 31]}`;
}
