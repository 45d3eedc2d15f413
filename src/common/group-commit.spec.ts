import { describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit.js';

/** A commit that ends when the test says so. */
function held() {
  const groups: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const commit = (items: readonly number[]): Promise<(string | Error)[]> => {
    groups.push(items);
    return new Promise((resolve) => {
      ends.push(() => {
        resolve(items.map((item) => (item < 0 ? new Error(`no ${String(item)}`) : `done ${String(item)}`)));
      });
    });
  };
  const end = async (group: number): Promise<void> => {
    await expect.poll(() => ends[group]).toBeDefined();
    ends[group]?.();
  };
  return { groups, commit, end };
}

describe('GroupCommit', () => {
  it('writes together what arrives during a write, and answers each after its own', async () => {
    const { groups, commit, end } = held();
    const writer = new GroupCommit(commit, 100);
    const first = writer.add(1);
    await expect.poll(() => groups).toEqual([[1]]);
    const answered: number[] = [];
    const later = [2, 3].map((item) => writer.add(item).then(() => answered.push(item)));
    await end(0);
    expect(await first).toBe('done 1');
    expect(answered).toEqual([]);
    await end(1);
    await Promise.all(later);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  it('keeps each write within its limit, and none waiting', async () => {
    const { groups, commit, end } = held();
    const writer = new GroupCommit(commit, 2);
    const all = [1, 2, 3, 4, 5].map((item) => writer.add(item));
    for (const group of [0, 1, 2]) await end(group);
    expect(await Promise.all(all)).toHaveLength(5);
    expect(groups.map(({ length }) => length)).toEqual([2, 2, 1]);
  });

  it('fails only what failed, and everybody when the write itself did; then it goes on', async () => {
    const { commit, end } = held();
    const writer = new GroupCommit(commit, 100);
    const mixed = Promise.allSettled([writer.add(1), writer.add(-2), writer.add(3)]);
    await end(0);
    expect((await mixed).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);

    let away = true;
    const other = new GroupCommit<number, string>(
      (items) => (away ? Promise.reject(new Error('away')) : Promise.resolve(items.map(String))),
      100,
    );
    await expect(Promise.all([other.add(1), other.add(2)])).rejects.toThrow('away');
    away = false;
    expect(await other.add(3)).toBe('3');
  });
});
