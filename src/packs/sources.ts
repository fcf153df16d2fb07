import type { Reference } from "../policy/index.js";

/** A risk of the OWASP Citizen Development Top 10, by its id. */
// @__NO_SIDE_EFFECTS__
export function owasp(id: `CD-SEC-${string}`): Reference {
  return {
    title: "OWASP Citizen Development Top 10",
    id,
    date: "2026-04",
    url: "https://owasp.org/www-project-citizen-development-top10-security-risks",
  };
}

/** Records of 47 organisations, which portals built with a low-code tool had shown to everybody. */
export const openPortals: Reference = {
  title: "By Design: How Default Permissions on Microsoft Power Apps Exposed Millions",
  date: "2021-08-23",
  url: "https://www.upguard.com/breaches/power-apps",
};

/** Apps made by an assistant, whose tables everybody could read and change. */
export const openTables: Reference = {
  title: "Missing row level security in generated apps",
  id: "CVE-2025-48757",
  date: "2025-05",
  url: "https://nvd.nist.gov/vuln/detail/CVE-2025-48757",
};

/** A page over a table that had been made public, so that anybody could change it. */
export const publicTable: Reference = {
  title: "Appsmith: Secure Appsmith CRUD operation page",
  id: "appsmithorg/appsmith#20298",
  date: "2023-02-01",
  url: "https://github.com/appsmithorg/appsmith/issues/20298",
};

/** An app that was shared with one group, and the group had five thousand members. */
export const oneGroup: Reference = {
  title: "CoE Starter Kit: Provide count of users shared with when shared with groups",
  id: "microsoft/coe-starter-kit#2835",
  date: "2022-05-25",
  url: "https://github.com/microsoft/coe-starter-kit/issues/2835",
};

/** Flows that stop when the account is closed that they run on. */
export const leavers: Reference = {
  title: "CoE Starter Kit: Employee Offboarding, Handover Process for Preventing Flows From Failing",
  id: "microsoft/coe-starter-kit#9663",
  date: "2025-03-06",
  url: "https://github.com/microsoft/coe-starter-kit/issues/9663",
};

/** Who counts as an owner, and when nobody is left. */
export const coOwners: Reference = {
  title: "CoE Starter Kit: Use co-owners for orphaned process",
  id: "microsoft/coe-starter-kit#3413",
  date: "2022-08-10",
  url: "https://github.com/microsoft/coe-starter-kit/issues/3413",
};

/** A connection that is shared together with the app that it was made for. */
export const sharedConnection: Reference = {
  title: "Power Apps documentation: Clarification on user credentials used",
  id: "MicrosoftDocs/powerapps-docs#490",
  date: "2019-07-01",
  url: "https://github.com/MicrosoftDocs/powerapps-docs/issues/490",
};

/** A flow that cleaned up more of a tenant than anybody had meant. */
export const cleaningFlow: Reference = {
  title: "My flow Admin | Archive and Clean Up v2 archive the apps and flows",
  id: "microsoft/powerapps-tools#1078",
  date: "2021-08-17",
  url: "https://github.com/microsoft/powerapps-tools/issues/1078",
};

/** What makes an agent that reads private things hand them to a stranger. */
export const threeTogether: Reference = {
  title: "The lethal trifecta for AI agents: private data, untrusted content, and external communication",
  date: "2025-06-16",
  url: "https://simonwillison.net/2025/Jun/16/the-lethal-trifecta/",
};

/** Text in a mail that made an assistant send out what it had read. */
export const hiddenInMail: Reference = {
  title: "EchoLeak: information disclosure by injected instructions",
  id: "CVE-2025-32711",
  date: "2025-06-11",
  url: "https://nvd.nist.gov/vuln/detail/CVE-2025-32711",
};

/** An agent that deleted a database during a freeze. */
export const deletedDatabase: Reference = {
  title: "Replit AI agent deleted a production database during a code freeze",
  date: "2025-07-18",
  url: "https://failureindex.ai/failures/replit-ai-deleted-production-database",
};

/** People keep an eye on what decides for them, by law. */
export const humanOversight: Reference = {
  title: "Artificial Intelligence Act, human oversight",
  id: "Regulation (EU) 2024/1689, Article 14",
  date: "2024-06-13",
  url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
};

/** Nobody has to accept what a machine alone has decided about him. */
export const decidedByMachines: Reference = {
  title: "General Data Protection Regulation, automated individual decision-making",
  id: "Regulation (EU) 2016/679, Article 22",
  date: "2016-04-27",
  url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
};

/** What software is that people are treated by. */
export const treatedBySoftware: Reference = {
  title: "Medical Device Regulation, rule 11",
  id: "Regulation (EU) 2017/745, Annex VIII",
  date: "2017-04-05",
  url: "https://eur-lex.europa.eu/eli/reg/2017/745/oj",
};

/** Bids in a spreadsheet that had slipped by a row, and could not be taken back. */
export const bidSheet: Reference = {
  title: "Human error costs TransAlta $24-million on contract bids",
  date: "2003-06",
  url: "https://www.theglobeandmail.com/report-on-business/human-error-costs-transalta-24-million-on-contract-bids/article18285651/",
};

/** Cases that fell off the end of a sheet, which nobody saw for a week. */
export const fullSheet: Reference = {
  title: "Excel spreadsheet blamed for 16,000 missed Covid-19 cases",
  date: "2020-10-05",
  url: "https://www.lbc.co.uk/news/phe-apologises-after-it-glitch-caused-16-000-covid-19-cases-to-be-missed/",
};

/** Bots that keyed what stood in a column, whatever the column held. */
export const brokenBots: Reference = {
  title: "3 Episodes of Breaking (RPA) Bots",
  date: "2019-10-17",
  url: "https://www.cio.com/article/217725/3-episodes-of-breaking-rpa-bots.html",
};

/** What those who run bots have to see to. */
export const governedBots: Reference = {
  title: "Govern your bots!",
  date: "2020-01",
  url: "https://www.sfmagazine.com/articles/2020/january/govern-your-bots!",
};

/** Half of an organisation's scenarios in error for nine weeks, and nobody had noticed. */
export const silentFailures: Reference = {
  title: "Make and Zapier audit: secrets, retries, silent fails",
  date: "2026-06-05",
  url: "https://abn.company/blog/make-zapier-audit-checklist",
};

/** Parts of strangers that sent out the accounts that they were given. */
export const poisonedParts: Reference = {
  title: "Why the n8n supply chain attack is a wake-up call for developers",
  date: "2026-01",
  url: "https://marketingscuttingedge.com/why-the-n8n-supply-chain-attack-is-a-wake-up-call-for-developers",
};

/** What a bank has to know of its models, those in spreadsheets included. */
export const modelRisk: Reference = {
  title: "Model risk management principles for banks",
  id: "PRA SS1/23",
  date: "2023-05-17",
  url: "https://www.bankofengland.co.uk/prudential-regulation/publication/2023/may/model-risk-management-principles-for-banks-ss",
};

/** How an insurer rates what its people build: by complexity, by what depends on it, by how it is controlled. */
export const endUserComputing: Reference = {
  title: "Defining and Adopting an EUC Policy: A Case Study",
  id: "EuSpRIG 2019",
  date: "2019",
};

/** A promise of an assistant that the organisation had to keep. */
export const boundChatbot: Reference = {
  title: "Air Canada chatbot decision",
  date: "2024-02-15",
  url: "https://dailyhive.com/canada/air-canada-chatbot-decision",
};

/** What people had typed into a public assistant. */
export const typedIn: Reference = {
  title: "Samsung Bans Staff's AI Use After Spotting ChatGPT Data Leak",
  date: "2023-05-02",
  url: "https://www.bloomberg.com/news/articles/2023-05-02/samsung-bans-chatgpt-and-other-generative-ai-use-by-staff-after-leak",
};

/** A refund of millions, since an account number stood in the cell of the sum. */
export const wrongCell: Reference = {
  title: "Crypto.com Refunds the Amount of $10.5 Million Instead of Just $100",
  date: "2022",
  url: "https://machineacuity.com/article/spreadsheet/errors-and-mistakes/horror-stories/crypto-dot-com-refunds-10.5m-instead-of-100/",
};

/** Whoever holds health data has to be able to say who did what with it. */
export const auditControls: Reference = {
  title: "HIPAA Security Rule, audit controls",
  id: "45 CFR 164.312(b)",
  date: "2003-02-20",
  url: "https://www.ecfr.gov/current/title-45/section-164.312",
};
