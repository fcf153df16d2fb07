import fc from "fast-check";

// One counterexample kills a mutant; the smallest one would only take longer.
fc.configureGlobal({ endOnFailure: true });
