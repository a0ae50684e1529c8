/** How many shards there are. It is part of what the index says, so changing it means a rebuild of the index. */
export const shardCount = 16;
