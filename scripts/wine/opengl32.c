/* Stands in for a computer without OpenGL: what Windows finds beside the program is taken before its own, and this one can
   do nothing. For the check under Wine only. */
#include <windows.h>

#define NOTHING(type, name, parameters) \
	__declspec(dllexport) type WINAPI name parameters { return 0; }

NOTHING(HGLRC, wglCreateContext, (HDC dc))
NOTHING(BOOL, wglDeleteContext, (HGLRC context))
NOTHING(PROC, wglGetProcAddress, (LPCSTR name))
NOTHING(HDC, wglGetCurrentDC, (void))
NOTHING(HGLRC, wglGetCurrentContext, (void))
NOTHING(BOOL, wglMakeCurrent, (HDC dc, HGLRC context))
NOTHING(BOOL, wglShareLists, (HGLRC one, HGLRC other))
