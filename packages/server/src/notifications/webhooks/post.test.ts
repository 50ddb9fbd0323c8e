import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { systemNetwork } from '../../ports/network.ts';
import { post } from './post.ts';
import { RECEIVER } from './testing/certificate.ts';
import {
  networkTo,
  PUBLIC,
  startReceiver,
  type Receiver,
  type WitnessedNetwork,
} from './testing/receiver.ts';

describe('A delivery (B7)', () => {
  let receiver: Receiver;
  let network: WitnessedNetwork;

  before(async () => {
    receiver = await startReceiver();
  });
  after(() => receiver.stop());
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = (response) => {
      response.writeHead(204).end();
    };
    network = networkTo(receiver.port);
  });

  const send = (url = `https://${RECEIVER}/hooks?tenant=7`, body = '{}'): Promise<number> =>
    post({ url: new URL(url), local: false }, { 'content-type': 'application/json' }, body, network);

  it('arrives whole over TLS, at the path that was configured', async () => {
    const body = JSON.stringify({ text: 'Ärmel "✓"'.repeat(100) });
    assert.equal(await send(undefined, body), 204);
    const [{ path, headers, body: got } = assert.fail('nothing arrived')] = receiver.received;
    assert.deepEqual(
      [path, headers.host, headers['content-type']],
      ['/hooks?tenant=7', RECEIVER, 'application/json'],
    );
    assert.equal(got, body);
    assert.equal(headers['content-length'], String(Buffer.byteLength(body)));
  });

  it('is connected to the address that was checked, by the name that the certificate is for', async () => {
    await send();
    assert.deepEqual(network.connectedTo, [{ address: PUBLIC, port: 443, hostname: RECEIVER, tls: true }]);
    assert.equal(receiver.received[0]?.servername, RECEIVER);
  });

  it('goes to the port that was configured', async () => {
    await send(`https://${RECEIVER}:8443/`);
    assert.equal(network.connectedTo[0]?.port, 8443);
    assert.equal(receiver.received[0]?.headers.host, `${RECEIVER}:8443`);
  });

  it('is refused when the certificate is for somebody else', async () => {
    await assert.rejects(send('https://other.example.com/'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    assert.equal(receiver.received.length, 0);
  });

  it('looks the name up once: one that means something else a moment later gains nothing', async () => {
    network.addressesOf = () => Promise.resolve(network.lookedUp.length === 1 ? [PUBLIC] : ['127.0.0.1']);
    assert.equal(await send(), 204);
    assert.deepEqual(network.lookedUp, [RECEIVER]);
    assert.deepEqual(
      network.connectedTo.map(({ address }) => address),
      [PUBLIC],
    );
    await assert.rejects(send(), /^Error: not a public address$/);
    assert.equal(receiver.received.length, 1);
  });

  for (const address of [
    '127.0.0.1',
    '10.0.0.7',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:93.184.215.14',
    '64:ff9b::5db8:d70e',
    'ff02::1',
  ]) {
    it(`is refused before any connection when the name stands for ${address}`, async () => {
      network.addressesOf = () => Promise.resolve([address]);
      await assert.rejects(send(), /^Error: not a public address$/);
      assert.deepEqual(network.connectedTo, []);
    });
  }

  it('is refused when one of several addresses is not public', async () => {
    network.addressesOf = () => Promise.resolve([PUBLIC, '10.0.0.7']);
    await assert.rejects(send(), /^Error: not a public address$/);
    assert.deepEqual(network.connectedTo, []);
  });

  it('is refused when the URL names such an address itself, in whatever spelling', async () => {
    network.addressesOf = (hostname) => Promise.resolve([hostname]);
    for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:7f00:1]'])
      await assert.rejects(send(`https://${host}/`), /^Error: not a public address$/, host);
    assert.deepEqual(network.connectedTo, []);
  });

  it('tries the other addresses of a name when one takes no connection', async () => {
    const direct = networkTo(receiver.port);
    network.addressesOf = () => Promise.resolve(['2606:2800:21f:cb07:6820:80da:af6b:8b2c', PUBLIC]);
    network.connect = (destination) => {
      network.connectedTo.push(destination);
      const socket = direct.connect(destination);
      if (destination.address !== PUBLIC) socket.destroy(new Error('no route'));
      return socket;
    };
    assert.equal(await send(), 204);
    assert.equal(network.connectedTo.length, 2);
  });

  it('follows no redirect: its status is the answer', async () => {
    receiver.answer = (response) => {
      response.writeHead(307, { location: 'https://hooks.example.com/elsewhere' }).end();
    };
    assert.equal(await send(), 307);
    assert.equal(receiver.received.length, 1);
    assert.equal(network.connectedTo.length, 1);
  });

  it('reads no body: one without an end is cut off at the headers', async () => {
    const closed = Promise.withResolvers<undefined>();
    receiver.answer = (response) => {
      response.on('close', () => closed.resolve(undefined));
      const pour = (): void => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', pour);
      response.writeHead(200);
      pour();
    };
    assert.equal(await send(), 200);
    await closed.promise;
  });

  it('gives up on headers that are longer than sixteen kilobytes', async () => {
    receiver.answer = (response) => {
      response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end();
    };
    await assert.rejects(send(), { code: 'HPE_HEADER_OVERFLOW' });
  });

  it('gives up when its time is over: on a receiver that never answers', async () => {
    receiver.answer = () => network.endTime();
    await assert.rejects(send(), /^Error: no answer in time$/);
  });

  it('gives up when its time is over: on one that answers a byte at a time', async () => {
    receiver.answer = (_response, { socket }) => {
      socket.write('HTTP/1.1 200 OK\r\nx-sl', () => network.endTime());
    };
    await assert.rejects(send(), /^Error: no answer in time$/);
  });

  it('gives up when its time is over: on one that says "go on" for ever', async () => {
    receiver.answer = (_response, { socket }) => {
      socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50), () => network.endTime());
    };
    await assert.rejects(send(), /^Error: no answer in time$/);
  });

  it('gives up when its time is over: on a name that is never found', async () => {
    network.addressesOf = () => {
      network.endTime();
      return new Promise(() => undefined);
    };
    await assert.rejects(send(), /^Error: no answer in time$/);
  });

  it('gives up on a receiver that hangs up', async () => {
    receiver.answer = (_response, { socket }) => socket.destroy();
    await assert.rejects(send(), { code: 'ECONNRESET' });
  });

  it('to localhost in development stays on this machine', async () => {
    const local = { url: new URL('http://localhost:9/'), local: true };
    network.addressesOf = () => Promise.resolve([PUBLIC]);
    await assert.rejects(post(local, {}, '', network), /^Error: localhost is not on this machine$/);
    assert.deepEqual(network.connectedTo, []);
  });
});

describe('The network of the system', () => {
  it('finds every address of a name, and an address as itself', async () => {
    const found = await systemNetwork.resolve('localhost');
    assert.ok(found.length > 0 && found.every((address) => ['127.0.0.1', '::1'].includes(address)));
    assert.deepEqual(await systemNetwork.resolve('192.0.2.1'), ['192.0.2.1']);
  });

  it('trusts no certificate that it does not know, and keeps to the address that it is given', async () => {
    const receiver = await startReceiver();
    const network = {
      ...systemNetwork,
      resolve: () => Promise.resolve([PUBLIC]),
      connect: (destination: Parameters<typeof systemNetwork.connect>[0]) =>
        systemNetwork.connect({ ...destination, address: '127.0.0.1' }),
    };
    const url = new URL(`https://${RECEIVER}:${receiver.port}/`);
    await assert.rejects(post({ url, local: false }, {}, '', network), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    assert.equal(receiver.received.length, 0);
    await receiver.stop();
  });
});
