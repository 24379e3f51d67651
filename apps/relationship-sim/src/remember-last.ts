/** Returns a function that computes again only when an argument differs from those of the last call. */
export function rememberLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    const isSame = last?.args.length === args.length && args.every((arg, index) => arg === last?.args[index]);
    if (!last || !isSame) last = { args, result: compute(...args) };
    return last.result;
  };
}
