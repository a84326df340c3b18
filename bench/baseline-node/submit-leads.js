// The baseline for Node.js: does with a lead of the contact form what the contact function does.
import { DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { parsePhoneNumber } from "libphonenumber-js/max";
import { createHash, randomUUID } from "node:crypto";

const TABLE = process.env.LEADS_TABLE;
const DAY = 86_400_000;
const CONTENT = ["name", "phone", "email", "company", "service", "message"];
const SERVICES = ["search", "ads", "social", "websites", "messaging", "reporting", "other"];
const LINE = /^\P{Cc}*$/u;
const LINES = /^[\P{Cc}\r\n\t]*$/u;
const EMAIL = /^[^@\s\p{Z}\p{C}]+@[^@.\s\p{Z}\p{C}]+(\.[^@.\s\p{Z}\p{C}]+)+$/u;

const client = new DynamoDBClient({
  region: process.env.AWS_REGION,
  endpoint: process.env.DYNAMODB_ENDPOINT,
  credentials: {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID,
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
  },
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000 },
});

const text = (value) => ({ S: value });
const number = (value) => ({ N: String(Math.floor(value)) });
const sha256 = (value) => createHash("sha256").update(value).digest("hex");

function e164(typed) {
  try {
    const phone = parsePhoneNumber(typed, "IN");
    return (phone.countryCallingCode === "91" ? phone.isValid() : phone.isPossible()) ? phone.number : "";
  } catch {
    return "";
  }
}

function validate(fields) {
  const errors = {};
  for (const [name, maxLength] of [["name", 100], ["phone", 40], ["company", 150]]) {
    if (fields[name].length > maxLength || !LINE.test(fields[name])) {
      errors[name] = `Keep it under ${maxLength} characters, in one line.`;
    }
  }
  if (fields.message.length > 5000 || !LINES.test(fields.message)) {
    errors.message = "Keep the message under 5,000 characters, without control characters.";
  }
  if (!fields.name) errors.name = "Tell us your name.";
  if (fields.email && (fields.email.length > 254 || !EMAIL.test(fields.email))) {
    errors.email = "Write the e-mail address like name@example.com.";
  }
  if (!fields.phone && !fields.email) {
    errors.phone = "Give a phone number or an e-mail address. One is enough.";
  } else if (fields.phone && !e164(fields.phone)) {
    errors.phone = "Check the phone number.";
  }
  if (fields.service && !SERVICES.includes(fields.service)) errors.service = "Choose a service from the list.";
  if (!["yes", "true", "on", "1"].includes(fields.consent)) errors.consent = "Tick the box, so that we may answer you.";
  return errors;
}

function leadItem(id, fields, now) {
  const day = new Date(now.getTime() + 5.5 * 3_600_000).toISOString().slice(0, 10);
  const shard = parseInt(sha256(id).slice(0, 1), 16) % 4;
  const item = {
    id: text(id),
    state: text("RECEIVED"),
    dayShard: text(`${day}#${shard}`),
    stateShard: text(`RECEIVED#${day.slice(0, 7)}#${shard}`),
    source: text(fields.source || "unnamed"),
    page: text(fields.page || "unnamed"),
    consentVersion: text(fields.consentVersion || "unnamed"),
    doNotCall: { BOOL: false },
    receivedAt: text(now.toISOString()),
    expiresAt: number((now.getTime() + 730 * DAY) / 1000),
    lastTouch: { M: {} },
  };
  for (const name of CONTENT) if (fields[name]) item[name] = text(fields[name]);
  const phone = e164(fields.phone);
  if (phone) Object.assign(item, { phone: text(phone), phoneTyped: text(fields.phone), phoneHash: text(sha256(`phone\0${phone}`)) });
  if (fields.email) item.emailHash = text(sha256(`email\0${fields.email.toLowerCase()}`));
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith("utm_") || name === "gclid") item.lastTouch.M[name] = text(value);
  }
  return item;
}

async function put(fields, now) {
  const id = randomUUID();
  const contentHash = sha256(CONTENT.map((name) => fields[name]).join("\0"));
  const identity = {
    id: text(`submission#${sha256(`${fields.submissionKey}\0${contentHash}`)}`),
    storedAs: text(id),
    contentHash: text(contentHash),
    repeatsUntil: number(now.getTime() + 30 * DAY),
    expiresAt: number((now.getTime() + 30 * DAY) / 1000),
  };
  try {
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName: TABLE, Item: leadItem(id, fields, now), ConditionExpression: "attribute_not_exists(id)" } },
          {
            Put: {
              TableName: TABLE,
              Item: identity,
              ConditionExpression: "attribute_not_exists(id) OR repeatsUntil <= :now",
              ExpressionAttributeValues: { ":now": number(now.getTime()) },
              ReturnValuesOnConditionCheckFailure: "ALL_OLD",
            },
          },
        ],
      }),
    );
    return id;
  } catch (failure) {
    const earlier = failure.CancellationReasons?.[1]?.Item;
    if (earlier) return earlier.storedAs.S;
    throw failure;
  }
}

function answer(statusCode, body) {
  return {
    statusCode,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "strict-transport-security": "max-age=63072000",
    },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  };
}

export async function handler(event) {
  let sent;
  try {
    sent = JSON.parse(Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8").toString());
  } catch {
    return answer(400, { detail: "This is not valid JSON." });
  }
  const fields = Object.fromEntries([...CONTENT, "consent"].map((name) => [name, ""]));
  for (const [name, value] of Object.entries(sent)) {
    if (typeof value !== "object") fields[name] = String(value).trim();
  }
  const errors = validate(fields);
  if (Object.keys(errors).length) return answer(422, errors);
  try {
    const id = await put(fields, new Date());
    console.log(JSON.stringify({ status: 201 }));
    return answer(201, { id, status: "received" });
  } catch {
    return answer(503, { detail: "We cannot reach our records right now." });
  }
}
