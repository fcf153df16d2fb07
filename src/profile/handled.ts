/** The lists whose entries a component may handle. */
export const handledLists = ["integrations", "data", "compliance"] as const;
