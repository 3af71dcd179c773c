-- An uploaded file that was re-encoded stays as long as its item.
CREATE INDEX item_object_history_hosted ON item_object_history (object_url) WHERE object_url LIKE 'accession/uploaded/%';
