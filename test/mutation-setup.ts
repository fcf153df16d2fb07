import fc from "fast-check";

// One counterexample kills a mutant; the smallest one would only take longer. A property that has found none within two seconds
// counts as held: thousands of mutants want quick answers, and a mutant that a longer search would find counts as survived.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 2000 });
