import pg from 'pg';
import { DeadLines } from './dead-lines.ts';

/**
 * How long a pool waits for a connection, new or given back by others, in milliseconds. Who asks while PostgreSQL hangs
 * is told so, and does not wait for ever.
 */
const connectWithin = 10_000;

/**
 * A pool of connections to PostgreSQL. A broken connection is dropped by the pool and replaced when next needed, so
 * `onTrouble` only tells; queries under way report their own errors. One that breaks while somebody holds it has no
 * other listener than this, and would end the process without it. One that is dead without being closed is broken off.
 */
export function openPool(config: pg.PoolConfig, onTrouble: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ keepAlive: true, connectionTimeoutMillis: connectWithin, ...config });
  pool.on('error', onTrouble);
  pool.on('connect', (client) => client.on('error', onTrouble));
  new DeadLines(config).watch(pool);
  return pool;
}
