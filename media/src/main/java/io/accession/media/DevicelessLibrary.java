package io.accession.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A libavdevice without devices, as an ELF shared object for Linux. The real one needs the libraries of a desktop (PulseAudio, ALSA, X11) that
 * servers do not have, and could open cameras and screens; FFmpeg's programs only want its functions to be there. They return 0 or an empty
 * text. See {@code docs/decisions/0040-ffprobe-as-a-child.md}.
 */
final class DevicelessLibrary {

    static final String FILE_NAME = "libavdevice.so.62";

    private static final String VERSION = "LIBAVDEVICE_62";
    private static final List<String> FUNCTIONS = List.of(
            "avdevice_register_all",
            "avdevice_version",
            "avdevice_configuration",
            "avdevice_license",
            "avdevice_list_devices",
            "avdevice_list_input_sources",
            "avdevice_list_output_sinks",
            "avdevice_free_list_devices",
            "av_input_audio_device_next",
            "av_input_video_device_next",
            "av_output_audio_device_next",
            "av_output_video_device_next");

    private static final List<String> TEXTS = List.of("avdevice_configuration", "avdevice_license");

    private static final int X86_64 = 62;
    private static final int AARCH64 = 183;
    // xor eax, eax; ret - and from the 8th byte on: lea rax, [rip + 1]; ret; an empty text
    private static final byte[] CODE_X86_64 = code(0x31, 0xC0, 0xC3, 0, 0, 0, 0, 0, 0x48, 0x8D, 5, 1, 0, 0, 0, 0xC3);
    // mov x0, #0; ret - and from the 8th byte on: adr x0, #8; ret; an empty text
    private static final byte[] CODE_AARCH64 =
            code(0, 0, 0x80, 0xD2, 0xC0, 3, 0x5F, 0xD6, 0x40, 0, 0, 0x10, 0xC0, 3, 0x5F, 0xD6);

    private static final int TEXT_FUNCTION = 8;
    private static final int CODE_SIZE = 24;
    private static final int HEADERS = 64 + 4 * 56;
    /** The dynamic section has a page of its own: older loaders write into it. Pages have up to 64 KiB. */
    private static final int DYNAMIC_AT = 0x10000;

    private static final int DYNAMIC_SIZE = 10 * 16;

    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final boolean arm;

    private DevicelessLibrary(boolean arm) {
        this.arm = arm;
        strings.write(0);
    }

    static byte[] bytes(boolean arm) {
        return new DevicelessLibrary(arm).build();
    }

    private byte[] build() {
        int soname = string(FILE_NAME);
        int version = string(VERSION);
        int[] names = FUNCTIONS.stream().mapToInt(this::string).toArray();
        int count = names.length + 1;

        int code = HEADERS;
        int symbols = code + CODE_SIZE;
        int hash = symbols + 24 * count;
        int versions = hash + 4 * (3 + count);
        int definitions = align(versions + 2 * count);
        int stringTable = definitions + 2 * 28;

        var file = ByteBuffer.allocate(DYNAMIC_AT + DYNAMIC_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        writeHeaders(file, stringTable + strings.size());
        file.position(code).put(arm ? CODE_AARCH64 : CODE_X86_64);
        writeSymbols(file.position(symbols), names, code);
        writeHash(file.position(hash), count);
        writeVersions(file.position(versions), count);
        writeDefinitions(file.position(definitions), soname, version);
        file.position(stringTable).put(strings.toByteArray());
        writeDynamic(file.position(DYNAMIC_AT), soname, hash, stringTable, symbols, versions, definitions);
        return file.array();
    }

    /** The ELF header, and segments for code and tables, for the dynamic section twice, and for a stack without code. */
    private void writeHeaders(ByteBuffer file, int textSize) {
        file.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        file.putShort((short) 3).putShort((short) (arm ? AARCH64 : X86_64)).putInt(1);
        file.putLong(0).putLong(64).putLong(0).putInt(0);
        file.putShort((short) 64).putShort((short) 56).putShort((short) 4);
        file.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        segment(file, 1, 5, 0, textSize, 0x10000);
        segment(file, 1, 6, DYNAMIC_AT, DYNAMIC_SIZE, 0x10000);
        segment(file, 2, 6, DYNAMIC_AT, DYNAMIC_SIZE, 8);
        segment(file, 0x6474E551, 6, 0, 0, 16);
    }

    private static void segment(ByteBuffer file, int type, int flags, long offset, long size, long alignment) {
        file.putInt(type).putInt(flags);
        file.putLong(offset)
                .putLong(offset)
                .putLong(offset)
                .putLong(size)
                .putLong(size)
                .putLong(alignment);
    }

    private static void writeSymbols(ByteBuffer file, int[] names, int code) {
        file.put(new byte[24]);
        byte globalFunction = 0x12;
        for (int i = 0; i < names.length; i++) {
            int function = TEXTS.contains(FUNCTIONS.get(i)) ? code + TEXT_FUNCTION : code;
            file.putInt(names[i]).put(globalFunction).put((byte) 0).putShort((short) 1);
            file.putLong(function).putLong(TEXT_FUNCTION);
        }
    }

    /** One bucket: a chain through all symbols. */
    private static void writeHash(ByteBuffer file, int count) {
        file.putInt(1).putInt(count).putInt(1).putInt(0);
        for (int symbol = 1; symbol < count; symbol++) {
            file.putInt(symbol + 1 < count ? symbol + 1 : 0);
        }
    }

    private static void writeVersions(ByteBuffer file, int count) {
        file.putShort((short) 0);
        for (int symbol = 1; symbol < count; symbol++) {
            file.putShort((short) 2);
        }
    }

    /** Version 1 is the library itself, version 2 what its functions are tied to. */
    private static void writeDefinitions(ByteBuffer file, int soname, int version) {
        definition(file, 1, 1, FILE_NAME, soname, 28);
        definition(file, 0, 2, VERSION, version, 0);
    }

    private static void definition(ByteBuffer file, int flags, int index, String name, int string, int next) {
        file.putShort((short) 1).putShort((short) flags).putShort((short) index).putShort((short) 1);
        file.putInt(hash(name)).putInt(20).putInt(next).putInt(string).putInt(0);
    }

    private void writeDynamic(
            ByteBuffer file, int soname, int hash, int stringTable, int symbols, int versions, int definitions) {
        long[][] entries = {
            {14, soname},
            {4, hash},
            {5, stringTable},
            {6, symbols},
            {10, strings.size()},
            {11, 24},
            {0x6FFFFFF0L, versions},
            {0x6FFFFFFCL, definitions},
            {0x6FFFFFFDL, 2},
            {0, 0}
        };
        for (long[] entry : entries) {
            file.putLong(entry[0]).putLong(entry[1]);
        }
    }

    private int string(String text) {
        int offset = strings.size();
        strings.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        strings.write(0);
        return offset;
    }

    private static int align(int offset) {
        return (offset + 7) & ~7;
    }

    private static byte[] code(int... values) {
        var code = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            code[i] = (byte) values[i];
        }
        return code;
    }

    /** The hash function of the System V ABI. */
    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash << 4) + name.charAt(i);
            int high = hash & 0xF0000000;
            hash = (hash ^ (high >>> 24)) & ~high;
        }
        return hash;
    }
}
