// A text as a QR code (ISO/IEC 18004), for the camera of another phone: bytes, level M (a seventh may be unreadable),
// versions 1 to 6. These need no version bits, and all their blocks are of one size.

/** By version: codewords for data, codewords that correct errors in each block, and blocks. */
const QR_SIZES = [[16, 10, 1], [28, 16, 1], [44, 26, 1], [64, 18, 2], [86, 24, 2], [108, 16, 4]];

/** Whether a mask turns the module at (x, y), by the number of the mask. */
const QR_MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => (x * y) % 2 + (x * y) % 3, (x, y) => ((x * y) % 2 + (x * y) % 3) % 2, (x, y) => ((x + y) % 2 + (x * y) % 3) % 2,
].map((rest) => (x, y) => rest(x, y) === 0);

/** The modules of a text's code, rows of 0 and 1; null where it is too long, which is more than 106 bytes. */
function qrOf(text) {
  const bytes = [...new TextEncoder().encode(text)];
  const version = 1 + QR_SIZES.findIndex(([room]) => bytes.length + 2 <= room);  // 4 bits of mode, 8 of length, 4 of end
  if (!version) return null;
  const empty = qrFrame(version);
  const filled = qrFilled(empty, qrCodewords(bytes, QR_SIZES[version - 1]));
  const masked = QR_MASKS.map((turns, number) => qrMasked(empty, filled, turns, number));
  const faults = masked.map(qrFaults);
  return masked[faults.indexOf(Math.min(...faults))];
}

/** Product in the field of 256 elements over x⁸ + x⁴ + x³ + x² + 1. */
function qrTimes(a, b) {
  let product = 0;
  for (let bit = 128; bit; bit >>= 1) {
    product = (product << 1) ^ (product & 128 ? 0x11d : 0);
    if (b & bit) product ^= a;
  }
  return product;
}

/** What corrects the errors of a block: the rest of its division by (x - 1)(x - 2)(x - 4)…, Reed and Solomon's code. */
function qrCorrection(block, count) {
  let divisor = [1];
  for (let n = 0, root = 1; n < count; n++, root = qrTimes(root, 2)) {
    divisor = [...divisor, 0].map((factor, at) => factor ^ (at ? qrTimes(divisor[at - 1], root) : 0));
  }
  const rest = [...block, ...Array(count).fill(0)];
  block.forEach((_, at) => {
    const first = rest[at];
    divisor.forEach((factor, n) => { rest[at + n] ^= qrTimes(factor, first); });
  });
  return rest.slice(block.length);
}

/** All codewords in the order in which they are laid out: the first of each block, the second of each block, … */
function qrCodewords(bytes, [room, correcting, blocks]) {
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data = Array.from({ length: nibbles.length / 2 }, (_, n) => nibbles[2 * n] * 16 + nibbles[2 * n + 1]);
  for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad);
  const long = room / blocks;
  const parts = Array.from({ length: blocks }, (_, n) => data.slice(n * long, (n + 1) * long));
  const mixed = (rows) => rows[0].flatMap((_, at) => rows.map((row) => row[at]));
  return [...mixed(parts), ...mixed(parts.map((part) => qrCorrection(part, correcting)))];
}

/** The fixed patterns of a version; null where data go, 0 where a mask is told later. */
function qrFrame(version) {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => Array(size).fill(null));
  const square = (cx, cy, reach, dark) => {
    for (let y = cy - reach; y <= cy + reach; y++) {
      for (let x = cx - reach; x <= cx + reach; x++) {
        if (rows[y]?.[x] !== undefined) rows[y][x] = Number(dark(Math.max(Math.abs(x - cx), Math.abs(y - cy))));
      }
    }
  };
  for (let n = 0; n < size; n++) {
    if (n < 9 || n >= size - 8) rows[8][n] = rows[n][8] = 0;
  }
  for (let n = 0; n < size; n++) rows[6][n] = rows[n][6] = Number(n % 2 === 0);
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, 4, (far) => far !== 2 && far !== 4);
  if (version > 1) square(size - 7, size - 7, 2, (far) => far !== 1);
  return rows;
}

/** The frame with the bits of all codewords in it, in columns of two from the right, up and down in turns. */
function qrFilled(frame, codewords) {
  const size = frame.length;
  const rows = frame.map((row) => [...row]);
  let bit = 0;
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;  // the column of the fixed pattern
    for (let n = 0; n < size; n++) {
      const y = up ? size - 1 - n : n;
      for (const x of [right, right - 1]) {
        if (frame[y][x] !== null) continue;
        rows[y][x] = (codewords[bit >> 3] >> (7 - (bit & 7))) & 1;  // beyond the last codeword: 0
        bit += 1;
      }
    }
    up = !up;
  }
  return rows;
}

/** The modules after a mask, with the bits that tell it: level M, the mask's number, ten bits that prove them. */
function qrMasked(frame, filled, turns, number) {
  const size = frame.length;
  const rows = filled.map((row, y) => row.map((dark, x) => (frame[y][x] === null && turns(x, y) ? 1 - dark : dark)));
  let rest = number << 10;
  for (let bit = 14; bit >= 10; bit--) if (rest & (1 << bit)) rest ^= 0x537 << (bit - 10);
  const told = ((number << 10) | rest) ^ 0x5412;
  for (let n = 0; n < 15; n++) {
    const dark = (told >> n) & 1;
    const [x, y] = n < 6 ? [8, n] : n < 8 ? [8, n + 1] : n === 8 ? [7, 8] : [14 - n, 8];
    rows[y][x] = dark;
    if (n < 8) rows[8][size - 1 - n] = dark;
    else rows[size - 15 + n][8] = dark;
  }
  rows[size - 8][8] = 1;
  return rows;
}

/** How hard a pattern is to read: long runs, blocks, what looks like a corner, and too much of one colour. */
function qrFaults(rows) {
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]))].map((line) => line.join(""));
  let faults = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) faults += run.length - 2;
    faults += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  rows.slice(1).forEach((row, y) => row.slice(1).forEach((dark, x) => {
    if (dark === rows[y][x] && dark === rows[y][x + 1] && dark === row[x]) faults += 3;
  }));
  const part = rows.flat().filter(Boolean).length / rows.length ** 2;
  return faults + 10 * Math.floor(Math.abs(part * 20 - 10));
}

/** The code as a picture, dark on white in every theme, with the white edge that readers need; null where there is none. */
function qrPicture(text, label) {
  const rows = qrOf(text);
  if (!rows) return null;
  const wide = rows.length + 8;
  const path = rows.flatMap((row, y) => [...row.join("").matchAll(/1+/g)].map(({ 0: run, index }) =>
    `M${index + 4} ${y + 4}h${run.length}v1h-${run.length}z`)).join("");
  return s("svg", { viewBox: `0 0 ${wide} ${wide}`, class: "qr", role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    s("rect", { width: wide, height: wide, fill: "#fff" }), s("path", { d: path, fill: "#000" }));
}
