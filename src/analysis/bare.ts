/** An app of which nothing is told. */
export const bare = { id: "app", name: "App" } as const;
