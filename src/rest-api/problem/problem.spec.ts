import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { conflict, DomainError, type ErrorKind, forbidden, invalid, notFound } from '../../common/errors.js';
import { noSuchRoute, problemOf } from './problem.js';

describe('problemOf', () => {
  it.each<[ErrorKind, number]>([
    ['invalid', 422],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not_found', 404],
    ['conflict', 409],
    ['unavailable', 503],
  ])('answers a domain error of kind %s with %i', (kind, status) => {
    const problem = problemOf(new DomainError(kind, 'a_code', 'In plain words.'));
    expect(problem).toMatchObject({ type: 'about:blank', status, code: 'a_code', detail: 'In plain words.' });
  });

  it('names the status in the title, and has no errors without any', () => {
    expect(problemOf(notFound('event'))).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'event_not_found',
      detail: 'No such event.',
    });
    expect(problemOf(conflict('tag_taken', 'x')).title).toBe('Conflict');
    expect(problemOf(forbidden('x')).title).toBe('Forbidden');
  });

  it('lists the fields of a validation', () => {
    const errors = [{ field: 'roles.0.capacity', message: 'too large' }];
    expect(problemOf(invalid(errors))).toMatchObject({ status: 422, title: 'Unprocessable Entity', errors });
  });

  it('keeps the status of what Fastify and Nest refuse, in our words', () => {
    const tooLarge = Object.assign(new Error('FST inside'), {
      statusCode: 413,
      code: 'FST_ERR_CTP_BODY_TOO_LARGE',
    });
    expect(problemOf(tooLarge)).toMatchObject({ status: 413, code: 'payload_too_large' });
    expect(problemOf(Object.assign(new SyntaxError('at position 3'), { statusCode: 400 }))).toMatchObject({
      status: 400,
      code: 'malformed_request',
    });
    expect(problemOf(new NotFoundException())).toMatchObject({ status: 404 });
    expect(problemOf(new BadRequestException())).toMatchObject({ status: 400 });
  });

  it('says that a database is away', () => {
    const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.3:27017'), {
      name: 'MongoServerSelectionError',
    });
    expect(problemOf(away)).toMatchObject({ status: 503, code: 'unavailable' });
    expect(JSON.stringify(problemOf(away))).not.toContain('10.0.0.3');
  });

  it('shows nothing of the inside of any other failure', () => {
    for (const error of [
      new TypeError('secret stack'),
      Object.assign(new Error('secret'), { statusCode: 502 }),
      'secret',
      null,
    ]) {
      const problem = problemOf(error);
      expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
      expect(JSON.stringify(problem)).not.toContain('secret');
    }
  });
});

describe('noSuchRoute', () => {
  it('says what was asked for and where to look', () => {
    expect(noSuchRoute('GET', '/api/v1/evnts')).toMatchObject({ status: 404, code: 'route_not_found' });
    expect(noSuchRoute('GET', '/api/v1/evnts').detail).toContain('GET /api/v1/evnts');
  });
});
