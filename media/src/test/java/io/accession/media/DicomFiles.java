package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.ProbeResult;

/** Made-up DICOM files. */
final class DicomFiles {

    private DicomFiles() {}

    /** One slice of 4 × 2 pixels with what a viewer wants to know of it. */
    static DicomWriter slice(String transferSyntax, int instance, double z) {
        return DicomWriter.of(transferSyntax)
                .text(0x00080005, "CS", "ISO_IR 100")
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(0x00080018, "UI", "1.2.3.4." + instance)
                .text(0x00080060, "CS", "CT")
                .text(0x0008103E, "LO", "Rings, axial")
                .text(0x00100010, "PN", "Nobody^Known")
                .text(0x00100020, "LO", "P-1")
                .text(0x00180050, "DS", "2.5")
                .text(0x0020000D, "UI", "1.2.3")
                .text(0x0020000E, "UI", "1.2.3.4")
                .text(0x00200013, "IS", Integer.toString(instance))
                .text(0x00200032, "DS", "-100\\-100\\" + z)
                .text(0x00200037, "DS", "1\\0\\0\\0\\1\\0")
                .text(0x00280004, "CS", "MONOCHROME2")
                .u16(0x00280010, 2)
                .u16(0x00280011, 4)
                .text(0x00280030, "DS", "0.5\\0.5")
                .u16(0x00280100, 16)
                .text(0x00281050, "DS", "40")
                .text(0x00281051, "DS", "400");
    }

    static DicomWriter withPixels(DicomWriter file) {
        return file.bytes(0x7FE00010, "OW", new byte[4 * 2 * 2]);
    }

    static String tags(byte[] file) {
        return tags(Probed.as(ItemKind.DICOM_FILE, file));
    }

    static String tags(Probed probed) {
        assertThat(probed.result()).isInstanceOf(ProbeResult.Probed.class);
        return ((MediaFacts.Dicom) ((ProbeResult.Probed) probed.result()).facts()).tagsJson();
    }
}
