/**
 * What the server is started with: durable (fsync and synchronous_commit stay on), and small enough for a laptop that
 * runs the whole platform. Given on the command line, so that a newer release applies to an older data folder.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '64MB',
  fsync: 'on',
  synchronous_commit: 'on',
  // A container's /dev/shm is often 64 MB, which parallel workers outgrow; two cores gain nothing from them.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  max_worker_processes: '2',
  io_method: 'sync',
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  autovacuum_max_workers: '2',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Counts statements by their shape: what shows that a page needs no more of them for 100 lines than for one.
  shared_preload_libraries: 'pg_stat_statements',
  lc_messages: 'C',
  log_min_messages: 'warning',
  // The detail of a refused row is the row itself, with whatever a person wrote into it.
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  logging_collector: 'off',
};

/** The settings as arguments of the postgres program. */
export const settingArguments = (port: number): string[] =>
  Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
