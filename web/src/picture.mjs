/** Begins Python from a picture of its memory, in which postlint is loaded already. */

export const ENV = { POSTLINT_CACHE_DIR: "/cache", HOME: "/home/pyodide" };

/**
 * Return a Python that goes on where the picture was taken.
 *
 * The runtime makes as much memory as it begins with; a picture that has more
 * needs it before it is put there, and what lies behind it must be nothing.
 */
export async function fromPicture(loadPyodide, runtime, picture, more) {
  const createPyodideModule = async (settings) => {
    const made = await runtime.default(settings);
    const own = made.HEAP8.length;
    made._malloc(picture.length);
    made.HEAP8.fill(0, own);
    return made;
  };
  return loadPyodide({ ...more, env: ENV, _loadSnapshot: picture, createPyodideModule });
}
