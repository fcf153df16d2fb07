/** How the command is used. */
export const usage = `plimsoll: the load line for low-code apps

  plimsoll classify FILE|-   say where each app sits, why, and what is still open
  plimsoll review FILE|-     say which reviews are due before a milestone
  plimsoll audit FILE|-      say which apps of a portfolio to look at first, and why
  plimsoll guide             say what can be built alone, when to talk to somebody, and to whom
  plimsoll backtest FILE|-   say when each line would have been seen, and how early
  plimsoll ask [FILE]        ask about an app, until its tier is settled
  plimsoll explain FILE      say what to change, so that an app gets to a tier
  plimsoll lint POLICY       say which rules of a policy never stand, never decide, or contradict themselves
  plimsoll diff A B          say which apps a change of policy moves, and where to
  plimsoll test FILES…       hold tests and claims against a policy
  plimsoll demo              tell the stories of nine apps that outgrew their makers

FILE holds one app profile, an array of them, or one per line (NDJSON); "-" is standard input.

Options of classify
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --max-tier ID    end with 1 when an app is above this tier, or could be
  --format FORMAT  text, md (Markdown), json, laid out as the input was, or sarif, for viewers of findings;
                   --json is short for --format json

Options of review, whose FILE holds one app profile
  --milestone ID   what comes next; start, connect, access or deploy in the standard policy
  --approvals FILE approvals that were given: one, an array of them, or one per line
  --as-of DATE     the day on which they are to count; today when left out
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text, md (Markdown) or json; --json is short for the last

Options of audit, whose FILE holds profiles, or apps with their approvals: { "profile": …, "approvals": [ … ] }
  --approvals FILE approvals that were given: one, an array of them, or one per line
  --as-of DATE     the day of the audit; today when left out
  --since DATE     the day of the last audit: say what is new, and whether this one is overdue
  --capacity N     how many apps there is time to look at; 100 when left out
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text, md (Markdown), json or sarif; --json is short for --format json

Options of guide
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text, md (Markdown, with practice cases) or json; --json is short for the last

Options of backtest, whose FILE holds a timeline: { "moments": [{ "on": DATE, "profile": … }], "incidentOn": DATE }
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --against FILE   another policy, as JSON: say what it would have gained
  --format FORMAT  text, md (Markdown) or json; --json is short for the last

Options of ask, whose FILE holds the app profile to begin with
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text, or json: the profile and its classification; --json is short for the last

Options of explain, whose FILE holds one app profile
  --to ID          the tier to get to
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text or json; --json is short for the last

Options of lint, whose POLICY is a file
  --format FORMAT  text, md (Markdown), json or sarif; --json is short for --format json

Options of diff, whose A and B are files that hold a policy each
  --portfolio FILE apps: say which of them would move
  --format FORMAT  text, md (Markdown) or json; --json is short for the last

Options of test, whose FILES hold policy tests: { "tests": [ … ], "claims": [ … ] }
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --coverage       say what of the policy no test shows
  --mutation       say which slips in the policy no test notices
  --format FORMAT  text, json or lcov; --json is short for --format json

It ends with 0 when done; 1 when an app is above --max-tier, a test or claim fails, a slip goes unnoticed, or lint
finds an error; 2 when the input cannot be used.
`;
