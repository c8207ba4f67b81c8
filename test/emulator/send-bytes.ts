import { connect } from 'node:net';

/** All that comes back for these bytes until the connection ends. */
export const sendBytes = (port: number, bytes: string | readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', async () => {
      for (const piece of [bytes].flat()) await new Promise<unknown>((done) => socket.write(piece, done));
    });
    socket
      .setNoDelay()
      .on('data', (piece) => {
        got += piece;
      })
      .on('error', reject)
      .on('close', () => resolve(got));
  });
