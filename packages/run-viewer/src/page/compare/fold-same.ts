/** A stretch of items that are the same in both runs, or one item that differs. */
export type Row<Item> = { readonly same: readonly [Item, ...Item[]] } | { readonly different: Item };

/** Puts neighbouring items that are the same together. */
export function foldSame<Item>(items: readonly Item[], isSame: (item: Item) => boolean): readonly Row<Item>[] {
  const rows: Row<Item>[] = [];
  for (const item of items) {
    const last = rows.at(-1);
    if (!isSame(item)) rows.push({ different: item });
    else if (last && 'same' in last) rows[rows.length - 1] = { same: [...last.same, item] };
    else rows.push({ same: [item] });
  }
  return rows;
}
