package io.accession.core.render;

import io.accession.core.domain.ItemId;
import io.accession.core.job.JobTerms;
import io.accession.core.plan.SoundEntry;
import io.accession.core.probe.ClaimedUnit;
import java.time.Duration;
import java.util.Optional;

/** The units that wait to be rendered, and the record of what was written for them. */
public interface RenderQueue {

    /** A unit that one worker renders until its lease ends. {@code entry} is what probing found. */
    record UnitToRender(JobTerms job, ClaimedUnit unit, SoundEntry entry) {
        public ItemId item() {
            return ItemId.of(job.id(), unit.slot());
        }
    }

    /**
     * Claims one due unit; jobs take turns. Units of an atomic job are due when all of its entries have been planned and looked at,
     * and none has failed. The lease runs from now on, and a unit whose lease ran out is due again.
     */
    Optional<UnitToRender> claim(Duration lease);

    /** Renews the lease of the unit and of what is recorded for it; false when the unit is no longer the claimer's. */
    boolean renew(UnitToRender unit, Duration lease);

    /**
     * Records that an object is about to be written for the unit's item, so that it is removed if the item never comes to be. Nobody removes
     * it until the lease has ended.
     *
     * @return false when the unit is no longer the claimer's; then nothing is recorded, and nothing must be written
     */
    boolean record(UnitToRender unit, String objectUrl, Duration lease);

    /** Ends the lease of what is recorded: nothing is being written any more. */
    void release(UnitToRender unit);
}
