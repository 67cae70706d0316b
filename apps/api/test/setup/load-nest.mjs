// Nest's packages import each other in a circle; loaded in this order first, CommonJS neighbours (throttler) can require them.
import '@nestjs/common';
import '@nestjs/core';
