import { type Pack, type Policy, standardPolicy } from "plimsoll";
import { packs, recommendedPolicy } from "plimsoll/packs";

/** The policies that come with the package, by name. */
export const shippedPolicies: Readonly<Record<string, Policy>> = {
  standard: standardPolicy,
  recommended: recommendedPolicy,
};

/** The packs that come with the package, by name. */
export const shippedPacks: Readonly<Record<string, Pack>> = Object.fromEntries(packs.map((pack) => [pack.pack, pack]));

/** A policy that comes with the package, where that is its name. */
export const shippedPolicy = (name: string): Policy | undefined =>
  Object.hasOwn(shippedPolicies, name) ? shippedPolicies[name] : undefined;

/** Whether something comes with the package under a name, so that it is no file. */
export const isShipped = (name: string): boolean =>
  Object.hasOwn(shippedPolicies, name) || Object.hasOwn(shippedPacks, name);

/** Whether what a file extends is another file, and not a policy by its name. */
export const isPath = (extended: string): boolean => /[\\/]|\.(json|ya?ml)$/i.test(extended);
