-- What nobody in an organisation decided waits on the administrators of the platform: they list it, the oldest first.
create index access_requests_at_platform on access_requests (asked_at, id) where escalation = 'platform' and ended_at is null;
