/** Numbers that become more: twice the room whenever it is used up. */
abstract class Growing<A extends Uint8Array | Int32Array | BigInt64Array, V> {
  length = 0
  protected abstract room: A
  protected abstract larger(length: number): A
  protected abstract store(at: number, value: V): void

  push(value: V): void {
    if (this.length === this.room.length) {
      const next = this.larger(Math.max(64, this.length * 2))
      next.set(this.room as never)
      this.room = next
    }
    this.store(this.length, value)
    this.length += 1
  }

  set(at: number, value: V): void {
    this.store(at, value)
  }
}

export class GrowingBytes extends Growing<Uint8Array, number> {
  protected room = new Uint8Array(0)

  at(index: number): number {
    return this.room[index] ?? 0
  }

  protected larger(length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(length)
  }

  protected store(at: number, value: number): void {
    this.room[at] = value
  }
}

export class GrowingInts extends Growing<Int32Array, number> {
  protected room = new Int32Array(0)

  at(index: number): number {
    return this.room[index] ?? 0
  }

  protected larger(length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(length)
  }

  protected store(at: number, value: number): void {
    this.room[at] = value
  }
}

export class GrowingLongs extends Growing<BigInt64Array, bigint> {
  protected room = new BigInt64Array(0)

  at(index: number): bigint {
    return this.room[index] ?? 0n
  }

  protected larger(length: number): BigInt64Array<ArrayBuffer> {
    return new BigInt64Array(length)
  }

  protected store(at: number, value: bigint): void {
    this.room[at] = value
  }
}
