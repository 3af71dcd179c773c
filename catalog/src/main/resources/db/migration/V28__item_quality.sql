-- What the pixels of items tell, and the items that wait to be measured.
-- No foreign key (docs/decisions/0003): whoever removes items removes their rows here.
CREATE TABLE item_quality (
    item_id         uuid PRIMARY KEY,
    state           text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'MEASURED', 'FAILED')),
    object_hash     bigint NOT NULL, -- of the item's object_url: another object is measured anew
    attempts        integer NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL DEFAULT '-infinity', -- end of the lease, or of the pause before the next attempt
    brightness      double precision,
    contrast        double precision,
    sharpness       double precision,
    blur            double precision,
    colorfulness    double precision,
    perceptual_hash bigint, -- 64 bits; null where the picture has too little contrast
    failure_code    text,
    failure_message text,
    CHECK (state <> 'MEASURED' OR (brightness IS NOT NULL AND contrast IS NOT NULL AND sharpness IS NOT NULL
                                   AND blur IS NOT NULL AND colorfulness IS NOT NULL))
);
CREATE INDEX item_quality_due ON item_quality (due_at) WHERE state = 'PENDING';
