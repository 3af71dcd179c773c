import type { Camera, Size } from "./camera";

/** How a point is shown: among others, in the lasso, or selected. */
export type Look = 0 | 1 | 2;

export type Colour = readonly [red: number, green: number, blue: number];

const VERTEX = `#version 300 es
  in vec2 place;
  in float look;
  uniform vec3 camera;
  uniform vec2 size;
  uniform float diameter;
  uniform vec3 colours[3];
  uniform float opacity;
  out vec4 colour;
  void main() {
    gl_Position = vec4((place - camera.xy) * camera.z * 2.0 / size, -0.1 * look, 1.0);
    gl_PointSize = diameter * (look > 1.5 ? 2.5 : look > 0.5 ? 1.25 : 1.0);
    int which = int(look + 0.5);
    colour = vec4(colours[which], which == 0 ? opacity : 1.0);
  }`;

const FRAGMENT = `#version 300 es
  precision mediump float;
  in vec4 colour;
  out vec4 drawn;
  void main() {
    if (length(gl_PointCoord - 0.5) > 0.5) discard;
    drawn = vec4(colour.rgb * colour.a, colour.a);
  }`;

/** Any number of points, drawn by the graphics card. A browser without WebGL 2 is an error. */
export class Scatter {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #places: WebGLBuffer;
  readonly #looks: WebGLBuffer;
  #count = 0;

  constructor(canvas: HTMLCanvasElement) {
    const gl = canvas.getContext("webgl2", { antialias: false, preserveDrawingBuffer: true });
    if (gl === null) {
      throw new Error("This browser cannot draw the map: it has no WebGL 2.");
    }
    this.#gl = gl;
    this.#program = linked(gl);
    gl.useProgram(this.#program);
    this.#places = attribute(gl, this.#program, "place", 2, gl.FLOAT);
    this.#looks = attribute(gl, this.#program, "look", 1, gl.UNSIGNED_BYTE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.DEPTH_TEST);
    gl.depthFunc(gl.LEQUAL);
  }

  /** x and y of each point. */
  show(places: Float32Array): void {
    this.#count = places.length / 2;
    this.#fill(this.#places, places);
    this.look(new Uint8Array(this.#count));
  }

  /** The look of each point. */
  look(looks: Uint8Array): void {
    this.#fill(this.#looks, looks);
  }

  #fill(buffer: WebGLBuffer, data: Float32Array | Uint8Array): void {
    this.#gl.bindBuffer(this.#gl.ARRAY_BUFFER, buffer);
    this.#gl.bufferData(this.#gl.ARRAY_BUFFER, data, this.#gl.STATIC_DRAW);
  }

  /** Colours by look; the size is in pixels of the page. */
  draw(camera: Camera, size: Size, colours: readonly [Colour, Colour, Colour]): void {
    const gl = this.#gl;
    const ratio = globalThis.devicePixelRatio;
    gl.canvas.width = Math.round(size.width * ratio);
    gl.canvas.height = Math.round(size.height * ratio);
    gl.viewport(0, 0, gl.canvas.width, gl.canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.uniform3f(this.#uniform("camera"), camera.x, camera.y, camera.scale);
    gl.uniform2f(this.#uniform("size"), size.width, size.height);
    gl.uniform1f(this.#uniform("diameter"), ratio * this.#diameter());
    gl.uniform1f(this.#uniform("opacity"), this.#count > MANY ? 0.35 : 0.7);
    gl.uniform3fv(this.#uniform("colours"), colours.flat());
    gl.drawArrays(gl.POINTS, 0, this.#count);
  }

  /** Few points are large, a million are dust. */
  #diameter(): number {
    return this.#count > MANY ? 2 : this.#count > SOME ? 3.5 : 6;
  }

  #uniform(name: string): WebGLUniformLocation | null {
    return this.#gl.getUniformLocation(this.#program, name);
  }

  /** Gives back what the graphics card holds. */
  close(): void {
    this.#gl.deleteBuffer(this.#places);
    this.#gl.deleteBuffer(this.#looks);
    this.#gl.deleteProgram(this.#program);
  }
}

const MANY = 100_000;
const SOME = 5_000;

function linked(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader !== null) {
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true) {
    throw new Error(`This browser cannot draw the map: ${gl.getProgramInfoLog(program) ?? "no reason is told"}`);
  }
  return program;
}

function attribute(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  name: string,
  numbers: number,
  type: number,
): WebGLBuffer {
  const buffer = gl.createBuffer();
  const place = gl.getAttribLocation(program, name);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, numbers, type, false, 0, 0);
  return buffer;
}
