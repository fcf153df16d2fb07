/** Things in groups: together are those that have to do with each other, directly or by others. */
export function grouped<Thing>(
  things: readonly Thing[],
  areTogether: (one: Thing, other: Thing) => boolean,
): readonly (readonly Thing[])[] {
  const merge = (groups: readonly (readonly Thing[])[], thing: Thing) => {
    const touches = (group: readonly Thing[]) => group.some((other) => areTogether(thing, other));
    return [...groups.filter((group) => !touches(group)), [...groups.filter(touches).flat(), thing]];
  };
  return things.reduce<readonly (readonly Thing[])[]>(merge, []);
}
