/** One change of a collection, as it is journalled. `clear` empties all collections. */
export type Change = ['put', string, { id: string }] | ['del', string, string] | ['clear'];

/** Records grouped by a key that is computed from them. */
export class Index<T extends { id: string }> {
  /** Many groups have one record only (a user's memberships), for which a map would be a waste. */
  private readonly groups = new Map<string, T | Map<string, T>>();

  constructor(private readonly keyOf: (record: T) => string | null) {}

  /** The records of a group, in the order in which they were first put. */
  of(key: string): T[] {
    const group = this.groups.get(key);
    if (group instanceof Map) return [...group.values()];
    return group ? [group] : [];
  }

  /** How many records a group holds. */
  count(key: string): number {
    const group = this.groups.get(key);
    if (group instanceof Map) return group.size;
    return group ? 1 : 0;
  }

  add(record: T): void {
    const key = this.keyOf(record);
    if (key === null) return;
    const group = this.groups.get(key);
    if (group instanceof Map) group.set(record.id, record);
    else if (!group || group.id === record.id) this.groups.set(key, record);
    else this.groups.set(key, new Map([group, record].map((one) => [one.id, one])));
  }

  /** Puts a new version of a record in the place of the old one. */
  replace(old: T, record: T): void {
    if (this.keyOf(old) !== this.keyOf(record)) this.remove(old);
    this.add(record);
  }

  remove(record: T): void {
    const key = this.keyOf(record);
    if (key === null) return;
    const group = this.groups.get(key);
    if (group instanceof Map) group.delete(record.id);
    if (group instanceof Map ? group.size === 0 : group?.id === record.id) this.groups.delete(key);
  }

  clear(): void {
    this.groups.clear();
  }
}

/**
 * Records of one kind by id. Records are never changed in place: to change one, put a new version of it.
 * Every change is told to `onChange` (the journal) before the call returns.
 */
export class Collection<T extends { id: string }> {
  private readonly records = new Map<string, T>();
  private readonly indexes: Index<T>[] = [];

  constructor(
    readonly name: string,
    private readonly onChange: (change: Change) => void,
  ) {}

  /** Adds an index; call it before the first record. */
  index(keyOf: (record: T) => string | null): Index<T> {
    const index = new Index(keyOf);
    this.indexes.push(index);
    return index;
  }

  get(id: string): T | undefined {
    return this.records.get(id);
  }

  has(id: string): boolean {
    return this.records.has(id);
  }

  get size(): number {
    return this.records.size;
  }

  values(): IterableIterator<T> {
    return this.records.values();
  }

  /** Stores a record, new or in the place of the old one with its id, and gives it back. */
  put(record: T): T {
    this.load(record);
    this.onChange(['put', this.name, record]);
    return record;
  }

  /** Stores a changed version of a record: the fields given replace the old ones. */
  patch(record: T, fields: Partial<T>): T {
    return this.put({ ...record, ...fields });
  }

  /** Removes a record; gives it back if it was there. */
  delete(id: string): T | undefined {
    const old = this.unload(id);
    if (old) this.onChange(['del', this.name, id]);
    return old;
  }

  /** Stores a record without journalling it: for the replay of a journal. */
  load(record: T): void {
    const old = this.records.get(record.id);
    this.records.set(record.id, record);
    for (const index of this.indexes) {
      if (old) index.replace(old, record);
      else index.add(record);
    }
  }

  /** Removes a record without journalling it: for the replay of a journal. */
  unload(id: string): T | undefined {
    const old = this.records.get(id);
    if (!old) return undefined;
    this.records.delete(id);
    for (const index of this.indexes) index.remove(old);
    return old;
  }

  /** Forgets all records without journalling it. */
  empty(): void {
    this.records.clear();
    for (const index of this.indexes) index.clear();
  }
}

/** Things of guilds, by their guild: they go when it does. */
export class GuildCollection<T extends { id: string; guild_id: string }> extends Collection<T> {
  readonly byGuild = this.index((record) => record.guild_id);

  /** Removes all that is of one guild. */
  deleteOf(guildId: string): void {
    for (const record of this.byGuild.of(guildId)) this.delete(record.id);
  }
}
