/**
 * Makes something once for the same two things, and forgets it with them. They are the same when they are the same objects: to
 * change a policy is to make another.
 */
export function remembered<One extends object, Other extends object, Made extends object>(
  make: (one: One, other: Other) => Made,
): (one: One, other: Other) => Made {
  const known = new WeakMap<One, WeakMap<Other, Made>>();
  return (one, other) => {
    const found = known.get(one)?.get(other);
    if (found !== undefined) return found;
    const made = make(one, other);
    const ofOne = known.get(one) ?? new WeakMap<Other, Made>();
    known.set(one, ofOne.set(other, made));
    return made;
  };
}
