package io.accession.media;

/** The slices and the volume of the demo: a ball that gets brighter towards its middle. */
final class MedicalSamples {

    private static final int SIDE = 32;
    private static final int DEPTH = 16;
    private static final String STUDY = "2.25.4096";

    private MedicalSamples() {}

    /** One of several axial slices of 32 × 32 pixels, 4 mm apart. */
    static byte[] slice(int index) {
        var pixels = Bytes.littleEndian();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                pixels.u16(brightness(x, y, 4 * index + 4));
            }
        }
        return DicomWriter.of(DicomWriter.EXPLICIT)
                .text(0x00080005, "CS", "ISO_IR 100")
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(0x00080018, "UI", STUDY + ".1." + (index + 1))
                .text(0x00080020, "DA", "20260105")
                .text(0x00080060, "CS", "CT")
                .text(0x00080070, "LO", "Accession")
                .text(0x0008103E, "LO", "Ball, axial")
                .text(0x00100020, "LO", "SAMPLE")
                .text(0x00180015, "CS", "PHANTOM")
                .text(0x00180050, "DS", "4")
                .text(0x0020000D, "UI", STUDY)
                .text(0x0020000E, "UI", STUDY + ".1")
                .text(0x00200011, "IS", "1")
                .text(0x00200013, "IS", Integer.toString(index + 1))
                .text(0x00200032, "DS", "-16\\-16\\" + 4 * index)
                .text(0x00200037, "DS", "1\\0\\0\\0\\1\\0")
                .u16(0x00280002, 1)
                .text(0x00280004, "CS", "MONOCHROME2")
                .u16(0x00280010, SIDE)
                .u16(0x00280011, SIDE)
                .text(0x00280030, "DS", "1\\1")
                .u16(0x00280100, 16)
                .u16(0x00280101, 16)
                .u16(0x00280102, 15)
                .u16(0x00280103, 0)
                .text(0x00281050, "DS", "500")
                .text(0x00281051, "DS", "1000")
                .bytes(0x7FE00010, "OW", pixels.done())
                .file();
    }

    /** The same ball as a volume of 32 × 32 × 16 voxels. */
    static byte[] volume() {
        byte[] volume = NiftiFiles.first(false, "n+1\0", SIDE, SIDE, DEPTH);
        for (int axis = 1; axis <= 3; axis++) {
            byte[] millimetre =
                    Bytes.littleEndian().u32(Float.floatToIntBits(1)).done();
            System.arraycopy(millimetre, 0, volume, 76 + 4 * axis, millimetre.length);
        }
        int at = 352;
        for (int z = 0; z < DEPTH; z++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int brightness = brightness(x, y, z);
                    volume[at++] = (byte) brightness;
                    volume[at++] = (byte) (brightness >> 8);
                }
            }
        }
        return NiftiFiles.compressed(volume);
    }

    private static int brightness(int x, int y, int z) {
        double distance = Math.sqrt(Math.pow(x - 15.5, 2) + Math.pow(y - 15.5, 2) + Math.pow(z - 7.5, 2));
        return (int) Math.max(0, 1000 * (1 - distance / 15));
    }
}
