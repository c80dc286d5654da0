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
  token: "jwe", // or "jws": HS256, readable by anybody; or "database": a row's name
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
  html: [], // paths where a proxy answers with a page
  twice: false, // a middleware before Auth.js renews the session as well
  signInPage: "/api/auth/signin", // where those without a session are sent
  data: {}, // path: what a school's endpoint answers to a session
  open: {}, // path: what it answers to everybody
});

let settings = usual();
let asked = [];
let rows = new Map(); // sessions in a database, by name

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

const doors = [door("staff", "Staff"), door("student-parent", "Student / Parent")];

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

const database = {
  getSessionAndUser: async (sessionToken) => {
    const row = rows.get(sessionToken);
    return row ? { session: { sessionToken, userId: row.user.id, expires: row.expires }, user: row.user } : null;
  },
  updateSession: async ({ sessionToken, expires }) => Object.assign(rows.get(sessionToken), { expires }),
  deleteSession: async (sessionToken) => rows.delete(sessionToken),
};
// Auth.js wants to see these, and asks none of them for a session that is there.
for (const name of ["createUser", "getUser", "getUserByEmail", "getUserByAccount", "updateUser", "linkAccount", "createSession"])
  database[name] = async () => null;

// What stays for a database: Auth.js keeps nobody's password there.
const browserOnly = {
  id: "google", name: "Google", type: "oidc", issuer: "https://accounts.google.com", clientId: "-", clientSecret: "-",
};

const jwt = () => (settings.token === "jws" ? readable : { encode, decode });

const config = () => ({
  basePath: "/api/auth",
  trustHost: true, // the host as the client names it
  secret: settings.secret ?? undefined,
  useSecureCookies: settings.secure,
  skipCSRFCheck: settings.csrf ? undefined : skipCSRFCheck,
  session: { strategy: settings.token === "database" ? "database" : "jwt", maxAge: settings.maxAge },
  ...(settings.token === "database" && { adapter: database }),
  jwt: jwt(),
  pages: settings.pages,
  cookies: { sessionToken: { options: { domain: ".localhost" } }, ...settings.cookies },
  providers: settings.token === "database" ? [browserOnly] : doors,
  logger: { error() {}, warn() {}, debug() {} },
  callbacks: {
    signIn: () => settings.signIn,
    jwt: ({ token, user }) =>
      settings.revoked ? null : { ...token, ...user, bulk: "x".repeat(settings.bulk) },
    ...(settings.redirect && { redirect: () => settings.redirect }),
    ...(settings.session === "full" && {
      session({ session, user, token: { sub, bulk, iat, exp, jti, picture, ...claims } = user }) {
        return { expires: session.expires, user: claims };
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
  if (settings.html.includes(url.pathname)) {
    return new Response("<!doctype html><p>Log in to the network", { headers: { "Content-Type": "text/html" } });
  }
  const isAuth = url.pathname.startsWith("/api/auth/") && !settings.closed.includes(url.pathname);
  const response = await (isAuth ? Auth(request, config()) : school(url, request));
  if (!settings.twice || method === "POST") return response;
  const before = await Auth(new Request(new URL("/api/auth/session", url), { headers }), config());
  const both = new Headers(response.headers);
  both.delete("Set-Cookie");
  for (const cookie of [...before.headers.getSetCookie(), ...response.headers.getSetCookie()])
    both.append("Set-Cookie", cookie);
  return new Response(response.body, { status: response.status, headers: both });
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

function inserted(user) {
  const name = crypto.randomUUID();
  rows.set(name, { user, expires: new Date(Date.now() + settings.maxAge * 1000) });
  return name;
}

function minted({ salt = "authjs.session-token", ...token }) {
  const { secret, maxAge } = settings;
  return settings.token === "database" ? inserted(token) : jwt().encode({ token, secret, maxAge, salt });
}

async function obey(command) {
  if (command.reset) [settings, asked, rows] = [usual(), [], new Map()];
  if (command.set) Object.assign(settings, command.set);
  if (command.mint) return minted(command.mint);
  return command.asked ? asked : true;
}

server.listen(0, "127.0.0.1", () => say({ port: server.address().port }));
const commands = createInterface({ input: process.stdin });
commands.on("line", async (line) => say(await obey(JSON.parse(line))));
commands.on("close", () => process.exit());
