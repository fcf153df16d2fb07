/** Remembers what came out for a key; of more keys than it may hold, it forgets the one that was asked for longest ago. */
export type Memory<Key, Outcome> = (key: Key, work: () => Outcome) => Outcome;

export function createMemory<Key, Outcome>(most: number): Memory<Key, Outcome> {
  const known = new Map<Key, Outcome>();
  return (key, work) => {
    const outcome = known.get(key) ?? work();
    known.delete(key);
    known.set(key, outcome);
    const [oldest] = known.size > most ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return outcome;
  };
}

/** Makes something when it is asked for the first time. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
