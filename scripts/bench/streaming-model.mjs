/** A model server that drafts without an end: a sentence at a time, letter by letter, over a real socket. */
import { createServer } from 'node:http';

const letterEveryMs = 8;
const sentence = (index) => `${JSON.stringify({ text: `The clock struck ${index} times that night, and nobody slept.`, paragraph: index % 4 === 0, quotes: [] })}\n`;

export async function startStreamingModel() {
  const server = createServer((request, response) => {
    request.resume();
    if (!request.url.endsWith('/chat/completions')) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let [index, rest] = [0, ''];
    const timer = setInterval(() => {
      if (rest === '') rest = sentence((index += 1));
      response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: rest.slice(0, 4) }, finish_reason: null }] })}\n\n`);
      rest = rest.slice(4);
    }, letterEveryMs);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${server.address().port}/v1`,
    stop: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}
