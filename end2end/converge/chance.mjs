// Chance that can be had again: the same seed, the same throws.

/** A die of its own for each seed (mulberry32). */
export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `from` to `to`, both included. */
  between(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** Whether something happens that happens this often. */
  happens(often) {
    return this.next() < often;
  }

  /** One of several. */
  pick(list) {
    return list[this.between(0, list.length - 1)];
  }
}

/** The seed of a schedule: neighbours have nothing in common. */
export function seedOf(seed, number) {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) >>> 0;
}
