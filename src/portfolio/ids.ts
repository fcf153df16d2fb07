/** Beyond so many ids none is remembered, so that the table never takes more than 51 MB, and 76 MB while it grows. */
const mostRemembered = 3_000_000;

/** The share of its slots that a table fills before it grows. */
const fullest = 0.75;

/** The last position that a slot has room for. */
const lastPosition = 2 ** 32 - 1;

const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));

/** Spreads every bit of a number over all of it. */
function spread(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return most ^ (most >>> 16);
}

/** Two hashes of 32 bits of a text: two lanes of MurmurHash3, fed with one character at a time. */
function hashesOf(text: string): readonly [number, number] {
  let one = 0;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one ^= Math.imul(rotated(Math.imul(unit, 0x239b961b), 15), 0xab0e9789);
    one = (Math.imul(rotated(one, 19) + other, 5) + 0x561ccd1b) | 0;
    other ^= Math.imul(rotated(Math.imul(unit, 0xab0e9789), 16), 0x38b34ae5);
    other = (Math.imul(rotated(other, 17) + one, 5) + 0x0bcaa747) | 0;
  }
  one = spread((one ^ text.length) + (other ^ text.length));
  other = spread((other ^ text.length) + one);
  return [(one + other) >>> 0, (one + 2 * other) >>> 0];
}

/** What a look for an id came to: where it stood first; that it is new; or that there was no more room to remember it. */
export type Remembered = { readonly kind: "seen"; readonly at: number } | { readonly kind: "new" | "forgotten" };

/** An open table of hashes and positions, 12 bytes a slot; position 0 marks a free one. */
function tableOf(slots: number) {
  const high = new Uint32Array(slots);
  const low = new Uint32Array(slots);
  const positions = new Uint32Array(slots);
  const slotFor = (one: number, other: number): number => {
    let slot = one & (slots - 1);
    while (positions[slot] !== 0 && (high[slot] !== one || low[slot] !== other)) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  const put = (one: number, other: number, position: number): void => {
    const slot = slotFor(one, other);
    high[slot] = one;
    low[slot] = other;
    positions[slot] = position;
  };
  return {
    room: Math.floor(slots * fullest),
    positionOf: (one: number, other: number): number => positions[slotFor(one, other)] ?? 0,
    put,
    /** The same in a table twice as large. */
    doubled: () => {
      const larger = tableOf(slots * 2);
      positions.forEach((position, slot) => {
        if (position !== 0) larger.put(high[slot] ?? 0, low[slot] ?? 0, position);
      });
      return larger;
    },
  };
}

/**
 * Remembers where ids stood, so that one that comes again is noticed. It keeps a hash of 64 bits and a position for each: 16 to
 * 32 bytes an app, however long the ids are. Two ids of one hash are taken for one; among a million apps that happens once
 * in 37 million audits.
 */
export function rememberIds(most = mostRemembered): (id: string, position: number) => Remembered {
  let table = tableOf(1024);
  let count = 0;
  return (id, position) => {
    const [high, low] = hashesOf(id);
    const at = table.positionOf(high, low);
    if (at !== 0) return { kind: "seen", at };
    if (count >= most || position > lastPosition) return { kind: "forgotten" };
    if (count >= table.room) table = table.doubled();
    table.put(high, low, position);
    count++;
    return { kind: "new" };
  };
}
