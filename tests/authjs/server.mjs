// A school whose door is the genuine Auth.js. One port answers for every host name it is asked by.
//
// It is steered over standard input, one JSON object a line, each answered by one line:
//   {"set": {…}}    take over settings (see `usual`)
//   {"reset": true} the usual settings again, and nothing asked yet
//   {"asked": true} what has been asked since
//   {"mint": {…}}   a session token with these claims, as the settings have it
// It ends with its standard input.

import { webcrypto } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { Auth, skipCSRFCheck } from "@auth/core";
import { CredentialsSignin } from "@auth/core/errors";
import { decode, encode } from "@auth/core/jwt";
import Credentials from "@auth/core/providers/credentials";
import { SignJWT, jwtVerify } from "jose";

globalThis.crypto ??= webcrypto; // Node 18 keeps it to itself.

const usual = () => ({
  secret: "a secret of the school", // null: left out by mistake
  staleForms: 0, // so many forms meet another secret than the one they were made with
  csrf: true, // whether forms are protected
  token: "jwe", // or "jws": HS256, readable by anybody
  maxAge: 30 * 24 * 60 * 60, // seconds until a token expires
  bulk: 0, // so many characters more in each token
  session: "full", // or "bare": what Auth.js tells by itself
  image: null, // everybody's picture
  revoked: false, // the site's own callback ends each session
  signIn: true, // false: account refused; a string: a further step there
  redirect: null, // every redirect of Auth.js leads there
  pages: {},
  cookies: {},
  secure: false, // behind a proxy that speaks TLS
  closed: [], // paths that send everybody away
  signInPage: "/api/auth/signin", // where those without a session are sent
  data: {}, // path: what a school's endpoint answers to a session
  open: {}, // path: what it answers to everybody
});

let settings = usual();
let asked = [];

const people = {
  "student-parent": {
    "meera@example.com": {
      id: "u-meera", name: "Meera Sharma", contactId: "c-meera", contactType: "CONTACT_PARENT",
      isContact: true, institutionSlug: "riverside",
    },
  },
  staff: {
    "anita@example.com": {
      id: "u-anita", name: "Anita Rao", role: "TEACHER", isContact: false, institutionSlug: "riverside",
    },
  },
};

class LockedOut extends CredentialsSignin {
  code = "locked_out";
}

const door = (id, name) =>
  Credentials({
    id,
    name,
    credentials: { email: {}, password: { type: "password" } },
    authorize({ email, password }) {
      if (password === "locked") throw new LockedOut();
      if (password === "crash") throw new Error("the database is gone");
      const person = people[id][email];
      return person && password === "open sesame" ? { email, image: settings.image, ...person } : null;
    },
  });

const key = (secret) => new TextEncoder().encode(String(secret).padEnd(32, "."));

const readable = {
  encode: ({ token, secret, maxAge }) =>
    new SignJWT(token)
      .setProtectedHeader({ alg: "HS256" })
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + maxAge)
      .setJti(crypto.randomUUID())
      .sign(key(secret)),
  decode: async ({ token, secret }) => (await jwtVerify(token, key(secret))).payload,
};

const jwt = () => (settings.token === "jws" ? readable : { encode, decode });

const config = () => ({
  basePath: "/api/auth",
  trustHost: true, // the host as the client names it
  secret: settings.secret ?? undefined,
  useSecureCookies: settings.secure,
  skipCSRFCheck: settings.csrf ? undefined : skipCSRFCheck,
  session: { strategy: "jwt", maxAge: settings.maxAge },
  jwt: jwt(),
  pages: settings.pages,
  cookies: { sessionToken: { options: { domain: ".localhost" } }, ...settings.cookies },
  providers: [door("staff", "Staff"), door("student-parent", "Student / Parent")],
  logger: { error() {}, warn() {}, debug() {} },
  callbacks: {
    signIn: () => settings.signIn,
    jwt: ({ token, user }) =>
      settings.revoked ? null : { ...token, ...user, bulk: "x".repeat(settings.bulk) },
    ...(settings.redirect && { redirect: () => settings.redirect }),
    ...(settings.session === "full" && {
      session({ session, token: { sub, bulk, iat, exp, jti, picture, ...claims } }) {
        return { ...session, user: claims };
      },
    }),
  },
});

// As the middleware of next-auth does: whoever has a session gets it renewed, whoever has none is sent away.
async function school(url, request) {
  if (url.pathname in settings.open) return Response.json(settings.open[url.pathname]);
  const own = new Request(new URL("/api/auth/session", url), { headers: request.headers });
  const session = await Auth(own, config());
  const headers = new Headers(session.headers.getSetCookie().map((cookie) => ["Set-Cookie", cookie]));
  if (!(await session.json())?.user || settings.closed.includes(url.pathname)) {
    headers.set("Location", new URL(settings.signInPage, url));
    return new Response(null, { status: 307, headers });
  }
  const data = settings.data[url.pathname];
  const answer = data === undefined ? { error: { code: "NOT_FOUND" } } : { data, error: null };
  return Response.json(answer, { status: data === undefined ? 404 : 200, headers });
}

async function answered(incoming, body) {
  const url = new URL(incoming.url, `http://${incoming.headers.host}`);
  const { method, headers } = incoming;
  const request = new Request(url, { method, headers, body: method === "POST" ? body : undefined });
  if (method === "POST" && settings.staleForms > 0) {
    settings.staleForms -= 1;
    settings.secret += " and another";
  }
  const isAuth = url.pathname.startsWith("/api/auth/") && !settings.closed.includes(url.pathname);
  return isAuth ? Auth(request, config()) : school(url, request);
}

const server = createServer(async (incoming, outgoing) => {
  const pieces = [];
  for await (const piece of incoming) pieces.push(piece);
  const response = await answered(incoming, Buffer.concat(pieces));
  const { method, url: path, headers } = incoming;
  const setCookies = response.headers.getSetCookie();
  const location = response.headers.get("Location");
  asked.push({ method, path, headers, status: response.status, location, setCookies });
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  if (setCookies.length) outgoing.setHeader("Set-Cookie", setCookies);
  outgoing.writeHead(response.status);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});

const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

const minted = ({ salt, ...token }) =>
  jwt().encode({ token, secret: settings.secret, maxAge: settings.maxAge, salt: salt ?? "authjs.session-token" });

async function obey(command) {
  if (command.reset) [settings, asked] = [usual(), []];
  if (command.set) Object.assign(settings, command.set);
  if (command.mint) return minted(command.mint);
  return command.asked ? asked : true;
}

server.listen(0, "127.0.0.1", () => say({ port: server.address().port }));
const commands = createInterface({ input: process.stdin });
commands.on("line", async (line) => say(await obey(JSON.parse(line))));
commands.on("close", () => process.exit());
