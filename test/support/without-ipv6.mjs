/**
 * Makes a process believe that its machine has no IPv6: `node --import test/support/without-ipv6.mjs …`. Listening on an
 * address of it fails as the kernel would have it fail.
 */
import { Server } from 'node:net';

const listen = Server.prototype.listen;

Server.prototype.listen = function (options, ...rest) {
  if (typeof options !== 'object' || !String(options.host).includes(':'))
    return listen.call(this, options, ...rest);
  const error = Object.assign(new Error('listen EAFNOSUPPORT: address family not supported'), {
    code: 'EAFNOSUPPORT',
  });
  process.nextTick(() => this.emit('error', error));
  return this;
};
