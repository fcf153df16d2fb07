import helmet from "helmet";

/** A page takes its style sheet from here, sends its forms here, and nothing else: no script, no exception. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** What helmet says to browsers. It is the same in every answer, so helmet is asked once, and not for each of them. */
export function securityHeaders() {
  const headers = {};
  const answer = {
    setHeader(name, value) {
      headers[name] = value;
    },
    removeHeader() {},
  };
  helmet({ contentSecurityPolicy })({}, answer, (error) => {
    if (error) throw error;
  });
  return headers;
}
