/** Reading the files of the index: fetched, inflated, walked byte by byte. */

/** A file of an index that is no longer there: a newer site was published. */
export class GoneError extends Error {}

/** @param {URL | string} url @param {RequestInit} [how] @returns {Promise<Uint8Array>} inflated */
export async function load(url, how) {
  const answer = await fetch(url, how);
  if (answer.status === 404) throw new GoneError(`${url}`);
  if (!answer.ok || !answer.body) throw new Error(`${url}: ${answer.status}`);
  const inflated = answer.body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** A place in bytes that moves on as one reads. */
export class Cursor {
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get isDone() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned number, seven bits a byte, low first. */
  number() {
    let value = 0, place = 1, byte;
    do {
      byte = this.bytes[this.at++];
      value += (byte & 127) * place;
      place *= 128;
    } while (byte > 127);
    return value;
  }

  /** @param {number} count letters of one byte each */
  ascii(count) {
    return String.fromCharCode(...this.bytes.subarray(this.at, this.at += count));
  }

  /** @param {number} count bytes as two digits each */
  hex(count) {
    return Array.from(this.bytes.subarray(this.at, this.at += count), byte => byte.toString(16).padStart(2, "0")).join("");
  }

  /** A column of 16-bit numbers: all low bytes, then all high ones. @param {number} count */
  column(count) {
    const low = this.bytes.subarray(this.at, this.at += count), high = this.bytes.subarray(this.at, this.at += count);
    return Uint16Array.from(low, (byte, place) => byte + high[place] * 256);
  }

  /** Rising numbers below a bound; how they are written follows from how many they are. @param {number} count @param {number} bound */
  list(count, bound) {
    const missing = bound - count;
    if (!count || !missing) return count ? Int32Array.from({ length: bound }, (_, place) => place) : new Int32Array();
    if (count > missing && missing * 8 < bound) return without(this.gaps(missing), bound);
    if (count * 8 < bound) return this.gaps(count);
    const bits = this.bytes.subarray(this.at, this.at += Math.ceil(bound / 8));
    const found = new Int32Array(count);
    for (let member = 0, place = 0; place < count; member++) if (bits[member >> 3] >> (member & 7) & 1) found[place++] = member;
    return found;
  }

  /** @param {number} count */
  gaps(count) {
    const found = new Int32Array(count);
    for (let place = 0, member = -1; place < count; place++) found[place] = member += this.number() + 1;
    return found;
  }

  /** Go past a list. @param {number} count @param {number} bound */
  skip(count, bound) {
    const missing = bound - count;
    if (!count || !missing) return;
    let left = count > missing && missing * 8 < bound ? missing : count * 8 < bound ? count : 0;
    if (!left) this.at += Math.ceil(bound / 8);
    while (left) if (this.bytes[this.at++] < 128) left--;
  }
}

function without(members, bound) {
  const found = new Int32Array(bound - members.length);
  for (let member = 0, next = 0, place = 0; member < bound; member++) {
    if (members[next] === member) next++;
    else found[place++] = member;
  }
  return found;
}

/** Members of both of two rising lists. @param {Int32Array} one @param {Int32Array} other */
export function both(one, other) {
  const found = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) found.push(one[i]);
    if (one[i] <= other[j]) { if (one[i] === other[j]) j++; i++; } else j++;
  }
  return Int32Array.from(found);
}
