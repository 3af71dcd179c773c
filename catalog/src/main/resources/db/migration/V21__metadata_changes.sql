-- How metadata is changed (docs/guides/metadata.md), and the order of an item's history.
ALTER TABLE item_history ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;
DROP INDEX item_history_item;
CREATE INDEX item_history_item ON item_history (item_id, id);

-- Objects key by key, down to the lowest; elsewhere the second wins. Joined with an empty object, a value is unpacked once, not once per key.
CREATE FUNCTION metadata_merged(before jsonb, given jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF jsonb_typeof(before) IS DISTINCT FROM 'object' OR jsonb_typeof(given) <> 'object' THEN
        RETURN given;
    END IF;
    before := before || '{}';
    RETURN before || given || coalesce(
        (SELECT jsonb_object_agg(g.key, metadata_merged(before -> g.key, g.value))
           FROM jsonb_each(given) AS g
          WHERE jsonb_typeof(g.value) = 'object' AND jsonb_typeof(before -> g.key) = 'object'), '{}');
END
$$;

-- RFC 7386: null removes its key, everywhere.
CREATE FUNCTION metadata_patched(before jsonb, patch jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF jsonb_typeof(patch) <> 'object' THEN
        RETURN patch;
    END IF;
    before := CASE WHEN jsonb_typeof(before) = 'object' THEN before || '{}' ELSE '{}' END;
    RETURN (before - ARRAY(SELECT p.key FROM jsonb_each(patch) AS p WHERE p.value = 'null')) || coalesce(
        (SELECT jsonb_object_agg(p.key, metadata_patched(before -> p.key, p.value))
           FROM jsonb_each(patch) AS p
          WHERE p.value <> 'null'), '{}');
END
$$;
