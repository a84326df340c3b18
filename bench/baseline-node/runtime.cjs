// Stands in for Lambda's Node.js runtime: gets an event, calls the handler, sends the answer.
const { request, Agent } = require("node:http");
const { handler } = require(process.argv[2]);

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}` }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ id: response.headers["lambda-runtime-aws-request-id"], body: Buffer.concat(chunks) }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

(async () => {
  for (;;) {
    const event = await call("GET", "next");
    const answer = await handler(JSON.parse(event.body));
    await call("POST", `${event.id}/response`, JSON.stringify(answer));
  }
})().catch(() => process.exit(1));
